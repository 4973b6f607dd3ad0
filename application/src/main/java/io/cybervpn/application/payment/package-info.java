/** Use cases of payment: start, confirm, check, look after what stays open. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
