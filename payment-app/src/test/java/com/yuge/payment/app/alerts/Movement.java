package com.yuge.payment.app.alerts;

/** What a fault does to the value of a metric. */
enum Movement {
  RISES {
    @Override
    boolean happened(double before, double now) {
      return now > before;
    }
  },
  FALLS {
    @Override
    boolean happened(double before, double now) {
      return now < before;
    }
  },
  STAYS {
    @Override
    boolean happened(double before, double now) {
      return now == before;
    }
  },
  /** Nobody can count it any more: it is NaN. */
  GETS_UNKNOWN {
    @Override
    boolean happened(double before, double now) {
      return !Double.isNaN(before) && Double.isNaN(now);
    }
  };

  abstract boolean happened(double before, double now);
}
