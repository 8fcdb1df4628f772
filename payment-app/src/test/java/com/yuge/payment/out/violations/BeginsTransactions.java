package com.yuge.payment.out.violations;

import org.springframework.transaction.support.TransactionTemplate;

/** Rule 7, second half. */
record BeginsTransactions(TransactionTemplate template) {}
