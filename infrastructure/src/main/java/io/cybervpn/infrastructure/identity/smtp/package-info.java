/** Mails of identity by SMTP; their words are files under {@code mails}. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.identity.smtp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
