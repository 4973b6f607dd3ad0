/** What Telegram signs: start data of Mini Apps and the login widget. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.identity.telegram;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
