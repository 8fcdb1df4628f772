package com.yuge.payment.domain.violations;

/** Rule 4. */
class IsNotFinal {}
