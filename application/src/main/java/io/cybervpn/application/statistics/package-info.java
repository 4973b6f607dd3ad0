/** The shop's figures: revenue, growth, churn, cohorts and how providers do (R104, R224-R226). */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.statistics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
