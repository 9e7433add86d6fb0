"""From words to what they speak of: values in, values out; no database, no network, no clock."""
