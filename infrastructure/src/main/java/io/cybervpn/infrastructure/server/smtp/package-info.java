/** Mails about servers. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.server.smtp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
