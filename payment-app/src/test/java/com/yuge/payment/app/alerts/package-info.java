/** Prometheus' rules and Grafana's dashboards, compared with what the running service measures. */
@NullMarked
package com.yuge.payment.app.alerts;

import org.jspecify.annotations.NullMarked;
