package kcs.progress.board;

import kcs.progress.directory.States;

/**
 * All that the board holds, read at one moment.
 *
 * @param generation the life of the projection; another one after it was dropped and rebuilt
 * @param seq the newest line of the feed that is in it
 */
public record Contents(long generation, long seq, States states) {}
