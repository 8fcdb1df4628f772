package com.yuge.payment.in.job;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The work of a polling job: its use cases, and its names in logs and metrics.
 *
 * @param name of the threads, the metrics and the traces
 * @param item the log's word for one item
 * @param items the log's word for several items
 * @param claim takes at most the given number of due items; no other instance gets them during the
 *     hold
 * @param run processes one item and stores in its row when the item is due again
 * @param <I> the type of an item's identifier
 */
record DueWork<I>(
    String name,
    String item,
    String items,
    IntFunction<List<I>> claim,
    Function<I, ? extends Enum<?>> run) {}
