/**
 * The daily proof: providers, payments, books, subscriptions and panel say the same, or it is told
 * what differs and how to mend it (R94). Events out: none; events in: none.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.proof;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
