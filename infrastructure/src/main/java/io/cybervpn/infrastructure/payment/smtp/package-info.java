/** Mails about payments by SMTP; their words are files under {@code mails}. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.payment.smtp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
