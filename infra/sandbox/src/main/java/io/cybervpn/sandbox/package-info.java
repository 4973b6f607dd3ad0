/**
 * The outside world on a laptop: a Remnawave panel and Crypto Pay as real HTTP servers with state.
 * Never shipped.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
