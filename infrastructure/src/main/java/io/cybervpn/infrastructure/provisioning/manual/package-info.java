/** Panels with no machine behind them: staff do what is wanted (R142). */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.provisioning.manual;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
