/**
 * Fulfilment by hand: panels with no machine behind them, whose users are what staff said. Staff
 * are asked by tasks, at most one open for each access and panel.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.provisioning.manual;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
