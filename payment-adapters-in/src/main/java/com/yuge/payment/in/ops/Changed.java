package com.yuge.payment.in.ops;

/** Whether an operator's call changed anything. */
record Changed(boolean changed) {}
