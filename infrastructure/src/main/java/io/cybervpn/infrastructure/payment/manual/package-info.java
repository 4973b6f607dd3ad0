/** Bank transfers that staff confirm: the provider is the shop's own account at its bank. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.payment.manual;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
