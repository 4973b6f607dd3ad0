/**
 * Published language of the daily proof: what all books, providers, subscriptions and panels say of
 * one another. Owns the stored reports; a report is never changed. Events out: none; events in:
 * none.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.proof;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
