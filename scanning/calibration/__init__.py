"""What has to be known of cameras, turntable and floor before a scan can be trusted."""
