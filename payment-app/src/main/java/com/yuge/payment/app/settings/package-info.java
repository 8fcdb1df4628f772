/** The service's own settings, and the rules for all settings, which are checked at the start. */
@NullMarked
package com.yuge.payment.app.settings;

import org.jspecify.annotations.NullMarked;
