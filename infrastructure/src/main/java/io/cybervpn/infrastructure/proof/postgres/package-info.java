/** The daily proof in PostgreSQL: its wishes and reports, and what it compares there. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.proof.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
