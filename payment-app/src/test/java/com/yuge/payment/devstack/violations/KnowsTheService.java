package com.yuge.payment.devstack.violations;

import com.yuge.payment.app.PaymentApplication;

/** Rule 13. */
record KnowsTheService(PaymentApplication service) {}
