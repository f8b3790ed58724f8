#include "indexer/lines.h"
