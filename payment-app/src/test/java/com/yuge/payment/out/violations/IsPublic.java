package com.yuge.payment.out.violations;

/** Rule 9. */
public final class IsPublic {}
