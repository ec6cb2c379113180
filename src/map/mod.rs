//! The map as data: camera, gestures, clusters, labels, scene. No browser.
