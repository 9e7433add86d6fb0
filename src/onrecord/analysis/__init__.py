"""What coded statements show when they are put together: values in, values out, no file and no clock."""
