/** Clockwork of billing. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.billing.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
