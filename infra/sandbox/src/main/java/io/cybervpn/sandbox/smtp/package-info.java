/** A mail server that delivers to nobody and remembers everything. */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.smtp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
