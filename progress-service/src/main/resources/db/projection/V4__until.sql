-- Until when an extension was granted. Lines from before do not say so.
ALTER TABLE board_change ADD COLUMN until date;
