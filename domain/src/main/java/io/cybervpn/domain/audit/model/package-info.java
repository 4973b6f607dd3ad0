/**
 * The rows of the audit trail and the chain that holds them together. Owns what staff did and what
 * concerns security; invariants: nothing is changed or removed, every row is in the chain. Events
 * out: none; events in: none.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.audit.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
