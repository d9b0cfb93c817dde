"""What breaks: watched for, told, shown above all else, and at the reader's keys."""

from tidings.ui.breaking.breaking import Breaking

__all__ = ["Breaking"]
