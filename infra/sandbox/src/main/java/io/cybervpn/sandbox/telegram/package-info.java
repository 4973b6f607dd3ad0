/**
 * Telegram's Bot API as far as payments in stars go: invoice links, the question before the money,
 * successful payments, transactions, refunds, and pushes with the secret header.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.telegram;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
