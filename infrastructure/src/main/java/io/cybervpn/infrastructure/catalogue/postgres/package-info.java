/** Products and plans in PostgreSQL, and the shelf in memory in front of them. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.catalogue.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
