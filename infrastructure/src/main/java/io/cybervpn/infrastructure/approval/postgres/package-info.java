/** Wishes in PostgreSQL. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.approval.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
