-- When somebody showed in a running session once more who he is, by his password or by Telegram.

alter table session add column shown_at timestamptz; -- null: not since the login
