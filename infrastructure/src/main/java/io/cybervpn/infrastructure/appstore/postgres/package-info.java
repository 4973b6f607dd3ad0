/** Purchases of app stores in PostgreSQL. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.appstore.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
