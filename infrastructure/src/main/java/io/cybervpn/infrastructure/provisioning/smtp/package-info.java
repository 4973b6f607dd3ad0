/** Mails of provisioning. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.provisioning.smtp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
