/** Crypto Pay, the payment provider of @CryptoBot. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.payment.cryptobot;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
