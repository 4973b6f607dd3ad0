/** Telegram Stars, paid to the shop's bot by invoice links. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.payment.stars;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
