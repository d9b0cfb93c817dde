"""Numbers in Russian and Ukrainian, whose words change with what they count."""
