/** Clockwork of subscription. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.subscription.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
