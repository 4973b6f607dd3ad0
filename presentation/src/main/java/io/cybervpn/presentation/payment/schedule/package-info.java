/** The janitor's tick. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.payment.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
