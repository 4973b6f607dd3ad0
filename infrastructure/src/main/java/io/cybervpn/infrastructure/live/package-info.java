/** Adapters of news. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
