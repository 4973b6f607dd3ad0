/** News through Valkey. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.live.valkey;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
