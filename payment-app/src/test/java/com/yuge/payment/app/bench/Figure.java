package com.yuge.payment.app.bench;

/**
 * Something measured.
 *
 * @param note what one must know to read it; may be empty
 */
record Figure(String part, String name, double value, String unit, String note) {}
