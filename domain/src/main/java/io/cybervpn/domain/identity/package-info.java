/**
 * Published language of identity: who an account is and what it is to the shop. Owns accounts,
 * credentials and sessions, and how accounts end: erased, or merged into another; others follow in
 * the same transaction. Events out: those of this package; events in: {@code ExportAsked}.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
