"""The Scan page: from a camera or a recording to measurements that are looked at, corrected and compared."""
