"""Every picture that was ever made: kept at once, found again, sorted onto boards, never lost."""
