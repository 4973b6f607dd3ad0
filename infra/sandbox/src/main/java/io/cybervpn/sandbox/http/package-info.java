/** What both servers of the sandbox share: serving, faults, the clock, and signed webhooks. */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
