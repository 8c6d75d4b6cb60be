DROP TABLE comment_mentions;
DROP TABLE comments;
DROP TABLE comment_threads;
