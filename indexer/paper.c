#include "indexer/paper.h"
