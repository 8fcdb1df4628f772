package com.yuge.payment.in.job;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What a polling job does: its use case, and the words for it.
 *
 * @param name of the threads, the metrics and the traces
 * @param item what the log calls one item
 * @param items what the log calls several
 * @param claim takes at most so many items that are due; no other instance gets them while they are
 *     held
 * @param run works on one item, and writes into its row when it is due again
 * @param <I> what identifies an item
 */
record DueWork<I>(
    String name,
    String item,
    String items,
    IntFunction<List<I>> claim,
    Function<I, ? extends Enum<?>> run) {}
