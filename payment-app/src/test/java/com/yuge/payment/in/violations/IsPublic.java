package com.yuge.payment.in.violations;

/** Rule 9. */
public final class IsPublic {}
